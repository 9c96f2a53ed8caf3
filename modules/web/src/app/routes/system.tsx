import { SystemPage } from '@/features/system/system-page';
import { addWords } from '@/lib/i18n';
import words from '@/locales/en/system.json';

addWords('system', words);

export function SystemRoute() {
  return <SystemPage />;
}
