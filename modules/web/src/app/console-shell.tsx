import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouter, useRouterState, useSearch } from '@tanstack/react-router';
import clsx from 'clsx';
import {
  Activity,
  CalendarRange,
  ChartNoAxesColumn,
  Ellipsis,
  LogOut,
  Radio,
  Server,
  Ticket,
  TrendingUp,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeSession, useSession } from '@/lib/session';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { Waymark } from '@/ui/waymark';
import { ThemeSwitch } from './theme-switch';
import { UpdateNote } from './update-note';

const areas = [
  { key: 'operations', to: '/console/operations', Icon: Activity, onPhone: true },
  { key: 'analysis', to: '/console/analysis', Icon: ChartNoAxesColumn, onPhone: false },
  { key: 'forecast', to: '/console/forecast', Icon: TrendingUp, onPhone: false },
  { key: 'bookings', to: '/console/bookings', Icon: Ticket, onPhone: true },
  { key: 'availability', to: '/console/availability', Icon: CalendarRange, onPhone: true },
  { key: 'channels', to: '/console/channels', Icon: Radio, onPhone: true },
  { key: 'system', to: '/console/system', Icon: Server, onPhone: false },
] as const;
/** These are about one property, so the choice goes along. */
const ofOneProperty = new Set<string>(['operations', 'analysis', 'forecast', 'availability']);

const item =
  'flex items-center gap-2.5 rounded-2 px-2.5 font-medium max-lg:min-w-0 max-lg:flex-1 max-lg:flex-col max-lg:gap-0.5 max-lg:px-0.5 max-lg:py-1.5 max-lg:text-xs lg:h-9';
const narrow = 'max-lg:max-w-full max-lg:truncate max-lg:[font-stretch:86%]';

/** What stands around every page of the console: the way around, the theme, the way out. */
export function ConsoleShell() {
  const { t } = useTranslation();
  const { property } = useSearch({ strict: false });
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [more, setMore] = useState(false);
  const current = areas.find(({ to }) => path.startsWith(to));
  const signOut = useSignOut();

  const search = (key: string) =>
    ofOneProperty.has(key) && typeof property === 'string' ? { property } : {};
  const tone = (key: string) =>
    key === current?.key ? 'bg-brand-soft text-brand-text' : 'text-ink-2 hover:bg-sunken hover:text-ink';

  return (
    <div className="lg:grid lg:min-h-dvh lg:grid-cols-[13.5rem_1fr]">
      <title>{current ? `${t(`area.${current.key}`)} · ${t('brand')}` : t('brand')}</title>
      <a
        href="#content"
        className="sr-only rounded-2 bg-raised px-4 py-2 font-medium focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-30"
      >
        {t('skip')}
      </a>
      <header className="flex h-14 items-center gap-2 px-4 lg:hidden">
        <Waymark className="size-6" />
        <span className="text-md font-semibold">{t('brand')}</span>
      </header>
      <nav
        aria-label={t('area.main')}
        className="z-10 flex border-line max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:border-t max-lg:bg-raised max-lg:px-1 max-lg:pb-[env(safe-area-inset-bottom)] lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:gap-0.5 lg:border-r lg:p-3"
      >
        <span className="mb-4 flex h-9 items-center gap-2 px-2 max-lg:hidden">
          <Waymark className="size-6" />
          <span className="text-md font-semibold tracking-[-0.01em]">{t('brand')}</span>
        </span>
        {areas.map(({ key, to, Icon, onPhone }) => (
          <Link
            key={key}
            to={to}
            search={search(key)}
            aria-current={key === current?.key ? 'page' : undefined}
            className={clsx(item, tone(key), !onPhone && 'max-lg:hidden')}
          >
            <Icon className="size-4.5 shrink-0" aria-hidden="true" />
            <span className={narrow}>{t(`area.${key}`)}</span>
          </Link>
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => setMore(true)}
          className={clsx(item, 'lg:hidden', current?.onPhone === false ? tone(current.key) : 'text-ink-2')}
        >
          <Ellipsis className="size-4.5" aria-hidden="true" />
          <span className={narrow}>{t('area.more')}</span>
        </button>
        <div className="mt-auto grid gap-2 max-lg:hidden">
          <Button look="quiet" className="justify-start!" onClick={signOut}>
            <LogOut className="size-4.5" aria-hidden="true" />
            {t('area.signOut')}
          </Button>
          <ThemeSwitch />
        </div>
      </nav>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[100rem] min-w-0 px-4 pt-2 pb-24 outline-none md:px-6 lg:px-8 lg:pt-7 lg:pb-12"
      >
        <Outlet />
      </main>
      <UpdateNote />
      <Sheet open={more} onClose={() => setMore(false)} title={t('area.moreTitle')}>
        <div className="grid gap-1">
          {areas
            .filter(({ onPhone }) => !onPhone)
            .map(({ key, to, Icon }) => (
              <Link
                key={key}
                to={to}
                search={search(key)}
                onClick={() => setMore(false)}
                className={clsx('flex h-12 items-center gap-3 rounded-2 px-3 text-md font-medium', tone(key))}
              >
                <Icon className="size-5" aria-hidden="true" />
                {t(`area.${key}`)}
              </Link>
            ))}
          <Button look="quiet" size="lg" className="justify-start! px-3!" onClick={signOut}>
            <LogOut className="size-5" aria-hidden="true" />
            {t('area.signOut')}
          </Button>
          <div className="mt-3 px-3">
            <ThemeSwitch />
          </div>
        </div>
      </Sheet>
    </div>
  );
}

/** Leaves for the sign-in page when the session ends, whether by choice or because the key was refused. */
function useSignOut() {
  const session = useSession();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const router = useRouter();

  useEffect(() => {
    if (session.key) return;
    queryClient.clear();
    // Read here and not followed: leaving changes it.
    const next = router.state.location.href;
    void navigate({ to: '/sign-in', search: session.refused ? { next } : {}, replace: true });
  }, [session, router, navigate, queryClient]);

  return closeSession;
}
