import { common } from '../texts';

/** The one file that speaks HTTP. Every refusal becomes a Refusal with a Chinese sentence that says what to do. */

export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    readonly code: string,
    /** Chinese, for the agent. */
    readonly detail: string,
    readonly body: unknown,
  ) {
    super(detail);
  }

  /** The fields to blame, as the form names them. */
  get fields(): readonly string[] {
    const fields = isRecord(this.body) ? this.body.fields : null;
    return Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [];
  }

  /** True when nobody answered at all, so that nothing is known of what happened. */
  get unreachable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Commands of a call carry an id: sent again with the same id they are not done twice. */
  requestId?: string;
  timeout?: number;
  /** Sends even while the page is being closed. */
  keepalive?: boolean;
}

const sentences: Readonly<Record<number, string>> = {
  0: common.unreachable,
  400: common.badContent,
  401: common.signInOver,
  403: common.forbidden,
  404: common.gone,
  409: common.changed,
  429: common.tooMany,
  500: common.serverFailed,
  503: common.unavailable,
};

export class Http {
  /** From GET /api/session; every change carries it. */
  csrf = '';

  /** Gets a new token; set by the one that knows how. */
  renewCsrf: () => Promise<unknown> = async () => undefined;

  constructor(private readonly onSignedOut: () => void) {}

  async send<T>(path: string, ask: Ask = {}, renewed = false): Promise<T> {
    const requestId = ask.requestId ?? newId();
    const response = await this.fetch(path, { ...ask, requestId });
    if (!response.ok) {
      const refusal = await readRefusal(response);
      // A server that was started anew does not know the old token; nothing has been done yet, so it is asked again.
      if (refusal.code === 'csrf' && !renewed) {
        await this.renewCsrf();
        return this.send<T>(path, { ...ask, requestId }, true);
      }
      if (refusal.status === 401 && path !== '/api/session') this.onSignedOut();
      throw refusal;
    }
    if (response.status === 204 || response.headers.get('content-length') === '0') return undefined as T;
    return (await response.json()) as T;
  }

  private async fetch(path: string, ask: Ask): Promise<Response> {
    const method = ask.method ?? 'GET';
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (method !== 'GET') {
      headers['X-CSRF-TOKEN'] = this.csrf;
      headers['X-Request-Id'] = ask.requestId ?? newId();
    }
    if (ask.body !== undefined) headers['Content-Type'] = 'application/json';
    try {
      return await fetch(path, {
        method,
        headers,
        body: ask.body === undefined ? null : JSON.stringify(ask.body),
        credentials: 'same-origin',
        cache: 'no-store',
        keepalive: ask.keepalive ?? false,
        signal: AbortSignal.timeout(ask.timeout ?? 10_000),
      });
    } catch {
      throw new Refusal(0, 'unreachable', sentences[0] ?? '', null);
    }
  }
}

/** crypto.randomUUID exists in secure contexts only; getRandomValues everywhere. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function readRefusal(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => null);
  const problem = isRecord(body) ? body : {};
  const code = typeof problem.code === 'string' ? problem.code : String(response.status);
  const detail =
    typeof problem.detail === 'string' && problem.detail !== '' ? problem.detail : sentence(response.status);
  return new Refusal(response.status, code, detail, body);
}

function sentence(status: number): string {
  return sentences[status] ?? (status >= 500 ? (sentences[500] ?? '') : (sentences[400] ?? ''));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The sentence to show for whatever was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof Refusal ? error.detail : (sentences[500] ?? '');
}
