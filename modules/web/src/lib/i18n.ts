import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import common from '@/locales/en/common.json';

/** The words of every part, for the types only: each comes along with the pages that say them. */
interface Words {
  analysis: typeof import('@/locales/en/analysis.json');
  forecast: typeof import('@/locales/en/forecast.json');
  availability: typeof import('@/locales/en/availability.json');
  bookings: typeof import('@/locales/en/bookings.json');
  'channel-sync': typeof import('@/locales/en/channel-sync.json');
  channels: typeof import('@/locales/en/channels.json');
  common: typeof common;
  operations: typeof import('@/locales/en/operations.json');
  session: typeof import('@/locales/en/session.json');
  system: typeof import('@/locales/en/system.json');
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Words;
    enableSelector: false;
  }
}

/** English ships with the app; another language is one dynamic import that adds its bundles. */
i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  ns: ['common'],
  resources: { en: { common } },
  interpolation: { escapeValue: false },
});

/** Called by the chunk of a page, before it is first drawn. */
export function addWords<Part extends keyof Words>(part: Part, words: Words[Part]) {
  i18next.addResourceBundle('en', part, words);
}

export { i18next };
