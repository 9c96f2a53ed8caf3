import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api-client';
import { closeSession, openSession, useSession } from '@/lib/session';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/fields';
import { Waymark } from '@/ui/waymark';
import { meQuery } from './me';

/** Entry with an API key. The key is tried before anything else, so a wrong one is said here and not on every panel. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('session');
  const { refused } = useSession();
  const queryClient = useQueryClient();
  const [key, setKey] = useState('');
  const [entering, setEntering] = useState(false);
  const [broken, setBroken] = useState<string>();
  const [failure, setFailure] = useState<string>();

  const enter = async (event: FormEvent) => {
    event.preventDefault();
    const given = key.trim();
    const rule = given === '' ? t('keyRequired') : given.startsWith('wmk_') ? undefined : t('keyShape');
    setBroken(rule);
    setFailure(undefined);
    if (rule) return;
    setEntering(true);
    openSession(given);
    queryClient.clear();
    try {
      await queryClient.fetchQuery({ ...meQuery, retry: false });
      onSignedIn();
    } catch (error) {
      setEntering(false);
      // A refusal has already ended the session and says why; anything else is no verdict on the key.
      if (error instanceof ApiProblem && error.status === 401) return;
      closeSession();
      setFailure(error instanceof ApiProblem ? error.message : t('unreachable'));
    }
  };

  return (
    <main id="content" className="mx-auto grid min-h-dvh max-w-sm content-center gap-6 px-5 py-10">
      <title>{t('documentTitle')}</title>
      <div className="flex items-center gap-2.5">
        <Waymark className="size-8" />
        <span className="text-lg font-semibold tracking-[-0.01em]">{t('brand')}</span>
      </div>
      <div>
        <h1 className="text-xl font-semibold tracking-[-0.02em]">{t('title')}</h1>
        <p className="mt-1 text-ink-2">{t('hint')}</p>
      </div>
      {(failure ?? refused) && (
        <div role="alert" className="rounded-3 border border-line bg-bad-soft px-4 py-3 text-bad">
          <p className="font-semibold">{t(failure ? 'failed' : 'refused')}</p>
          <p>{failure ?? refused}</p>
        </div>
      )}
      <form onSubmit={enter} noValidate className="grid gap-4">
        <TextField
          label={t('key')}
          hint={t('keyHint')}
          type="password"
          autoComplete="off"
          spellCheck={false}
          error={broken}
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
        <Button type="submit" look="solid" size="lg" aria-disabled={entering}>
          {t(entering ? 'entering' : 'enter')}
        </Button>
      </form>
    </main>
  );
}
