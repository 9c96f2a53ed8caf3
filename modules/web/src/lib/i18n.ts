import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import analysis from '@/locales/en/analysis.json';
import availability from '@/locales/en/availability.json';
import bookings from '@/locales/en/bookings.json';
import channels from '@/locales/en/channels.json';
import common from '@/locales/en/common.json';
import operations from '@/locales/en/operations.json';
import session from '@/locales/en/session.json';
import system from '@/locales/en/system.json';

const en = { analysis, availability, bookings, channels, common, operations, session, system };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
    enableSelector: false;
  }
}

/** English ships with the app; another language is one dynamic import that adds its bundles. */
i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  resources: { en },
  interpolation: { escapeValue: false },
});

export { i18next };
