import { X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface SheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
  below?: ReactNode;
  children: ReactNode;
  /** Stays in sight under the scrolling content. */
  footer?: ReactNode;
}

/** Detail beside the list it belongs to: from the right, or from below on a phone. The browser's own modal dialog. */
export function Sheet({ open, ...rest }: SheetProps) {
  return open ? <OpenSheet {...rest} /> : null;
}

function OpenSheet({ onClose, title, below, children, footer }: Omit<SheetProps, 'open'>) {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const onVeil = (event: MouseEvent) => event.target === dialog.current && onClose();

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes too, as the dialog's cancel
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={onVeil}
      className="sheet fixed m-0 max-h-none max-w-none border-line bg-raised p-0 text-ink shadow-float max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:w-full max-md:rounded-t-3 max-md:border-t md:inset-y-0 md:right-0 md:left-auto md:h-dvh md:w-[27rem] md:border-l"
    >
      <div className="flex h-full max-h-[88dvh] flex-col md:max-h-none">
        <header className="flex items-start gap-3 border-b border-line px-5 py-4">
          <div className="min-w-0">
            <h2 id={id} className="text-lg font-semibold tracking-[-0.01em] break-words">
              {title}
            </h2>
            {below && <div className="text-ink-2">{below}</div>}
          </div>
          <button
            type="button"
            aria-label={t('close')}
            onClick={onClose}
            className="-mt-1 -mr-2 ml-auto grid size-9 shrink-0 place-items-center rounded-2 text-ink-2 hover:bg-sunken hover:text-ink"
          >
            <X className="size-4.5" aria-hidden="true" />
          </button>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
        {footer && (
          <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
            {footer}
          </footer>
        )}
      </div>
    </dialog>
  );
}
