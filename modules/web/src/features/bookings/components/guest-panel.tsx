import { useQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Fact, Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { ProblemNote } from '@/ui/problem-note';
import { guestQuery } from '../api/booking';

/** Personal data stays sealed until someone asks for it; the server records that they did. */
export function GuestPanel({ bookingId }: { bookingId: string }) {
  const { t } = useTranslation('bookings');
  const [asked, setAsked] = useState(false);
  const query = useQuery({ ...guestQuery(bookingId), enabled: asked });
  const guest = asked ? query.data : undefined;

  return (
    <Panel title={t('guest.title')}>
      <div className="px-4 pb-4 md:px-5" aria-live="polite">
        {guest?.erased ? (
          <p>
            <span className="block font-medium">{t('guest.erased')}</span>
            <span className="text-ink-2">{t('guest.erasedHint')}</span>
          </p>
        ) : guest ? (
          <>
            <Facts className="grid-cols-1! sm:max-xl:grid-cols-2!">
              <Fact name={t('guest.name')}>{[guest.givenName, guest.surname].filter(Boolean).join(' ')}</Fact>
              <Fact name={t('guest.language')}>{guest.language}</Fact>
              <Fact name={t('guest.email')}>{guest.email}</Fact>
              <Fact name={t('guest.phone')}>{guest.phone}</Fact>
            </Facts>
            {guest.remarks && (
              <Facts className="grid-cols-1!">
                <Fact name={t('guest.remarks')}>{guest.remarks}</Fact>
              </Facts>
            )}
            <Button className="mt-3" look="quiet" size="sm" onClick={() => setAsked(false)}>
              {t('guest.hide')}
            </Button>
          </>
        ) : query.isError && asked ? (
          <ProblemNote error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <>
            <p className="mb-3 text-ink-2">{t('guest.sealed')}</p>
            <Button onClick={() => setAsked(true)} aria-disabled={query.isFetching}>
              <Eye className="size-4" aria-hidden="true" />
              {t(query.isFetching ? 'guest.opening' : 'guest.open')}
            </Button>
          </>
        )}
      </div>
    </Panel>
  );
}
