import { useTranslation } from 'react-i18next';
import { day } from '@/lib/format';
import type { FieldPreview, Preview } from '../calendar';

const named = 3;

/** What will change, room type by room type, and what cannot. */
export function PreviewList({ previews }: { previews: Preview[] }) {
  const { t } = useTranslation('availability');
  const say = (field: FieldPreview['field'], value: number | boolean | undefined) => {
    if (typeof value === 'boolean') return t(`value.${field as 'closed'}.${value ? 'yes' : 'no'}`);
    if (field === 'minStay') return value ? t('value.nights', { count: value }) : t('value.none');
    return String(value ?? 0);
  };
  const list = (field: FieldPreview['field'], values: FieldPreview['before']) =>
    values.length > named
      ? t('value.several', { count: values.length })
      : values.map((value) => say(field, value)).join(' / ');

  return (
    <ul className="figures grid gap-2">
      {previews.map(({ roomTypeId, name, nights, unseen, fields, oversold }) => (
        <li key={roomTypeId}>
          <p className="font-medium">
            {name} <span className="label">{t('edit.nights', { count: nights })}</span>
          </p>
          <ul className="text-ink-2">
            {fields.map(({ field, before, after }) => (
              <li key={field}>
                {t(`field.${field}`)}{' '}
                {before.length > 0 && (
                  <>
                    <del>{list(field, before)}</del> →{' '}
                  </>
                )}
                <ins className="font-medium text-ink no-underline">{say(field, after)}</ins>
              </li>
            ))}
          </ul>
          {unseen > 0 && <p className="label">{t('edit.unseen', { count: unseen })}</p>}
          {oversold.length > 0 && (
            <p role="alert" className="text-bad">
              {t('edit.oversold', {
                count: oversold.length,
                dates: oversold
                  .slice(0, named)
                  .map((date) => day(date))
                  .join(', '),
              })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
