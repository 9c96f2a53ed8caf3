import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SignInPage } from '@/features/session/sign-in-page';

const route = getRouteApi('/sign-in');

export function SignInRoute() {
  const router = useRouter();
  const { next } = route.useSearch();
  return <SignInPage onSignedIn={() => router.history.replace(next ?? '/console/operations')} />;
}
