import type { ReactNode } from 'react';

interface PageHeaderProps {
  /** Words become the heading; anything else brings its own. */
  title: ReactNode;
  below?: ReactNode;
  children?: ReactNode;
}

export function PageHeader({ title, below, children }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="max-w-full min-w-0">
        {typeof title === 'string' ? (
          <h1 className="text-xl font-semibold tracking-[-0.02em] wrap-anywhere">{title}</h1>
        ) : (
          title
        )}
        {below && <div className="figures text-ink-2">{below}</div>}
      </div>
      {children && <div className="flex flex-wrap items-center gap-2 md:ml-auto">{children}</div>}
    </header>
  );
}
