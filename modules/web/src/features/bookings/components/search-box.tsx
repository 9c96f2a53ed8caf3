import { keepPreviousData, useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { useSettled } from '@/lib/use-settled';
import { suggestionsQuery } from '../api/search';

export type Suggestion = Schemas['Suggestions']['items'][number];

interface SearchBoxProps {
  words: string;
  onWords: (words: string) => void;
  onSuggestion: (suggestion: Suggestion) => void;
}

/** A combobox: type, walk the suggestions with the arrows, Enter takes one or searches, Escape closes. */
export function SearchBox({ words, onWords, onSuggestion }: SearchBoxProps) {
  const { t } = useTranslation('bookings');
  const id = useId();
  const [text, setText] = useState(words);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const settled = useSettled(text.trim(), 140);
  const query = useQuery({
    ...suggestionsQuery(settled),
    enabled: open && settled.length > 0,
    placeholderData: keepPreviousData,
  });
  const items = open && text.trim() ? (query.data?.items ?? []) : [];

  const submit = (next: string) => {
    setOpen(false);
    setActive(-1);
    onWords(next.trim());
  };
  const take = (suggestion: Suggestion) => {
    setOpen(false);
    setActive(-1);
    setText('');
    onSuggestion(suggestion);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setActive((from) => (items.length ? (from + by + items.length + 1) % (items.length + 1) : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = items[active];
      if (chosen) take(chosen);
      else submit(text);
    } else if (event.key === 'Escape') {
      if (open) setOpen(false);
      else setText('');
      setActive(-1);
    }
  };

  return (
    <search className="relative block w-full">
      <Search
        className="pointer-events-none absolute top-3.5 left-3.5 size-4 text-ink-2"
        aria-hidden="true"
      />
      <input
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={items.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={items[active] ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={t('search.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
        className="h-11 w-full rounded-2 border border-line-strong bg-surface pr-11 pl-10 text-md placeholder:text-ink-3"
      />
      {(text || words) && (
        <button
          type="button"
          aria-label={t('search.clear')}
          onClick={() => {
            setText('');
            submit('');
          }}
          className="absolute top-1 right-1 grid size-9 place-items-center rounded-2 text-ink-2 hover:bg-sunken hover:text-ink"
        >
          <X className="size-4" aria-hidden="true" />
        </button>
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('search.suggestions')}
        className={clsx(
          'absolute inset-x-0 top-full z-20 mt-1 overflow-hidden rounded-3 border border-line bg-raised p-1 shadow-float',
          items.length === 0 && 'hidden',
        )}
      >
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the focus and handles the keys
          <div
            key={item.kind + item.value}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The focus stays in the input, so the list must not take it before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(item)}
            className={clsx(
              'flex min-h-9 cursor-pointer items-center gap-3 rounded-2 px-2.5 hover:bg-sunken',
              index === active && 'bg-sunken',
            )}
          >
            <span className="truncate">{item.text}</span>
            <span className="label ml-auto">{t(`search.kind.${item.kind}`)}</span>
          </div>
        ))}
      </div>
      <p aria-live="polite" className="sr-only">
        {open && text && t('search.found', { count: items.length })}
      </p>
    </search>
  );
}
