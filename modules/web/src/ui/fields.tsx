import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';

const control =
  'h-9 w-full rounded-2 border border-line-strong bg-surface px-2.5 text-base text-ink placeholder:text-ink-3 aria-invalid:border-bad disabled:bg-sunken disabled:text-ink-3';

interface LabelledProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  hideLabel?: boolean;
  className?: string;
  children: (ids: { id: string; describedBy: string | undefined }) => ReactNode;
}

/** A control with its name above it and its rule, or what broke it, below. */
export function Labelled({ label, hint, error, hideLabel, className, children }: LabelledProps) {
  const id = useId();
  const describedBy = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className={clsx('min-w-0', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'label mb-1 block'}>
        {label}
      </label>
      {children({ id, describedBy })}
      {error ? (
        <p id={`${id}-error`} role="alert" className="mt-1 text-sm text-bad">
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="label mt-1">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

type TextFieldProps = Omit<ComponentProps<'input'>, 'className'> & Omit<LabelledProps, 'children'>;

export function TextField({ label, hint, error, hideLabel, className, ...rest }: TextFieldProps) {
  return (
    <Labelled
      label={label}
      hint={hint}
      error={error}
      {...(hideLabel && { hideLabel })}
      {...(className && { className })}
    >
      {({ id, describedBy }) => (
        <input
          id={id}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          className={clsx(control, rest.type === 'date' && 'figures px-2')}
          {...rest}
        />
      )}
    </Labelled>
  );
}

type SelectFieldProps = Omit<ComponentProps<'select'>, 'className' | 'children' | 'onChange'> &
  Omit<LabelledProps, 'children'> & {
    options: readonly { value: string; label: string }[];
    onChange: (value: string) => void;
  };

/** The browser's own select: right on every device and with every reader. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, hideLabel, className, options, onChange, ...rest } = props;
  return (
    <Labelled
      label={label}
      hint={hint}
      error={error}
      {...(hideLabel && { hideLabel })}
      {...(className && { className })}
    >
      {({ id, describedBy }) => (
        <span className="relative block">
          <select
            id={id}
            aria-describedby={describedBy}
            className={clsx(control, 'appearance-none pr-8')}
            onChange={(event) => onChange(event.target.value)}
            {...rest}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            className="pointer-events-none absolute top-2.5 right-2.5 size-4 text-ink-2"
            aria-hidden="true"
          />
        </span>
      )}
    </Labelled>
  );
}
