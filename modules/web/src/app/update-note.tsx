import { useRegisterSW } from 'virtual:pwa-register/react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';

/** A new version waits until the person takes it: a page never reloads under someone's hands. */
export function UpdateNote() {
  const { t } = useTranslation();
  const {
    needRefresh: [ready],
    updateServiceWorker,
  } = useRegisterSW();
  if (!ready) return null;
  return (
    <div
      role="status"
      className="fixed inset-x-4 bottom-20 z-20 mx-auto flex max-w-md items-center gap-3 rounded-3 border border-line bg-raised px-4 py-3 shadow-float lg:bottom-6"
    >
      <p>{t('update.ready')}</p>
      <Button look="solid" size="sm" className="ml-auto" onClick={() => void updateServiceWorker(true)}>
        {t('update.load')}
      </Button>
    </div>
  );
}
