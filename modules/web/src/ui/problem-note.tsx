import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api-client';
import { Button } from './button';

interface ProblemNoteProps {
  error: Error;
  title?: string;
  onRetry?: () => void;
  className?: string;
}

/** What failed, in the server's words, with the id under which it logged it, in the place of the part that failed. */
export function ProblemNote({ error, title, onRetry, className = '' }: ProblemNoteProps) {
  const { t } = useTranslation();
  const problem = error instanceof ApiProblem ? error : undefined;
  return (
    <div
      role="alert"
      className={`flex flex-col items-start gap-3 rounded-3 border border-line bg-surface p-5 ${className}`}
    >
      <div className="max-w-prose">
        <p className="font-semibold">{title ?? problem?.title ?? t('failed')}</p>
        <p className="text-ink-2">{problem ? (problem.detail ?? problem.title) : t('unreachable')}</p>
        {problem && problem.errors.length > 0 && (
          <ul className="mt-2 list-disc pl-5 text-ink-2">
            {problem.errors.map(({ pointer, detail }) => (
              <li key={pointer + detail}>
                <code className="text-sm">{pointer}</code> {detail}
              </li>
            ))}
          </ul>
        )}
        {problem?.requestId && (
          <p className="label mt-2">
            {t('request')} <code className="select-all">{problem.requestId}</code>
          </p>
        )}
      </div>
      {onRetry && <Button onClick={onRetry}>{t('tryAgain')}</Button>}
    </div>
  );
}
