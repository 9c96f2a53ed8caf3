import clsx from 'clsx';
import { Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';

/** Says that something moves on its own, with the blaze, and stops it. */
export function LiveSwitch({ live, word, onToggle }: { live: boolean; word?: string; onToggle: () => void }) {
  const { t } = useTranslation();
  const Icon = live ? Pause : Play;
  return (
    <span className="inline-flex items-center gap-1">
      <span className="label inline-flex items-center gap-1.5">
        <span
          className={clsx('size-2 rounded-full', live ? 'bg-blaze' : 'bg-line-strong')}
          aria-hidden="true"
        />
        {word ?? t(live ? 'live.on' : 'live.off')}
      </span>
      <Button look="quiet" size="sm" onClick={onToggle}>
        <Icon className="size-3.5" aria-hidden="true" />
        {t(live ? 'live.pause' : 'live.resume')}
      </Button>
    </span>
  );
}
