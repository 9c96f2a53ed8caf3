import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './api-schema';
import { currentSession, refuseSession } from './session';

export type Schemas = components['schemas'];
export type ProblemBody = Pick<Schemas['Problem'], 'title' | 'status'> & Partial<Schemas['Problem']>;

/** What the server said was wrong, as it said it. */
export class ApiProblem extends Error {
  readonly title: string;
  readonly status: number;
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly errors: readonly { pointer: string; detail: string }[];

  constructor(problem: ProblemBody) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.title = problem.title;
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
    this.errors = problem.errors ?? [];
  }
}

/** The newest write of this tab: reads send it back and so always see it. */
let position: string | null = null;
const consistent = /^\/v1\/(bookings|properties|room-types|rate-plans)(\/|$)/;

const everyCall: Middleware = {
  onRequest({ request }) {
    const { key } = currentSession();
    if (key) request.headers.set('Authorization', `Bearer ${key}`);
    if (position && request.method === 'GET' && consistent.test(new URL(request.url).pathname))
      request.headers.set('Waymark-Position', position);
  },
  async onResponse({ request, response }) {
    if (request.method !== 'GET') position = response.headers.get('Waymark-Position') ?? position;
    const sent = request.headers.get('Authorization');
    if (response.status === 401 && sent === `Bearer ${currentSession().key}`)
      refuseSession((await readProblem(response.clone())).message);
  },
};

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // Looked up at call time, so that test interceptors installed later are used.
  fetch: (request) => globalThis.fetch(request),
});
api.use(everyCall);

/** The problem in an answer, also when something on the way (a proxy) answered in another form. */
export async function readProblem(response: Response) {
  const plain: ProblemBody = {
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
  };
  const body: unknown = await response.json().catch(() => plain);
  const isProblem = typeof body === 'object' && body !== null && 'title' in body;
  return new ApiProblem(isProblem ? { ...plain, ...(body as ProblemBody) } : plain);
}

/** The data of an answer, or its problem thrown: what a query function wants. */
export async function unwrap<T>(
  answer: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await answer;
  if (data !== undefined) return data;
  const isProblem = typeof error === 'object' && error !== null && 'title' in error;
  throw new ApiProblem(
    isProblem
      ? (error as ProblemBody)
      : { title: response.statusText || `HTTP ${response.status}`, status: response.status },
  );
}

/** A command id that no other command has: the same change made twice on purpose is two commands. */
export const newCommandId = () => `web:${crypto.randomUUID()}`;
