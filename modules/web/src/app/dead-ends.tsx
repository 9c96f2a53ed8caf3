import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/problem-note';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className="mx-auto grid max-w-prose gap-2 px-5 py-16">
      <title>{`${t('notFound.title')} · ${t('brand')}`}</title>
      <h1 className="text-xl font-semibold tracking-[-0.02em]">{t('notFound.title')}</h1>
      <p className="text-ink-2">{t('notFound.hint')}</p>
      <p>
        <Link to="/console/operations" search={{}} className="font-medium text-brand-text underline">
          {t('notFound.home')}
        </Link>
      </p>
    </div>
  );
}

/** A page that broke: the rest of the console stands. */
export function Crashed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <div className="mx-auto max-w-prose px-5 py-16">
      <ProblemNote
        error={error instanceof Error ? error : new Error(String(error))}
        title={t('crashed')}
        onRetry={reset}
      />
    </div>
  );
}
