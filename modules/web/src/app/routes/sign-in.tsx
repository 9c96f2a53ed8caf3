import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SignInPage } from '@/features/session/sign-in-page';
import { addWords } from '@/lib/i18n';
import words from '@/locales/en/session.json';

addWords('session', words);

const route = getRouteApi('/sign-in');

export function SignInRoute() {
  const router = useRouter();
  const { next } = route.useSearch();
  return <SignInPage onSignedIn={() => router.history.replace(next ?? '/console/operations')} />;
}
