import clsx from 'clsx';
import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { type Change, changesAt, plainValue } from '@/lib/changes';
import { money } from '@/lib/format';

/** The changes of the revision in sight; empty when the present is shown. */
export const ShownChanges = createContext<readonly Change[]>([]);

interface FactProps {
  name: string;
  /** JSON pointer into the resource: what changed there is marked. */
  path?: string;
  children: ReactNode;
}

/** A name and its value. Nothing known is a dash, not a gap. */
export function Fact({ name, path, children }: FactProps) {
  const { t } = useTranslation();
  const changes = useContext(ShownChanges);
  const own = path ? changesAt(changes, path) : [];
  const exact = own.find((change) => change.path === path);
  return (
    <div
      className={clsx(
        'min-w-0 py-1.5',
        own.length > 0 && '-mx-2 rounded-2 bg-warn-soft px-2 outline outline-(--warn)',
      )}
    >
      <dt className="label">{name}</dt>
      <dd className="break-words">
        {children === undefined || children === '' || children === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          children
        )}
        {own.length > 0 && (
          <span className="label block text-warn">
            {exact && exact.before !== undefined
              ? t('change.was', { value: plainValue(exact.before, money) })
              : t('change.new')}
          </span>
        )}
      </dd>
    </div>
  );
}

export function Facts({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={clsx('grid grid-cols-2 gap-x-5 gap-y-1', className)}>{children}</dl>;
}
