// The typed way to the server: queries with their cache, and one key per click for what changes something.
import type { AppRouter } from "@yichuang/api";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";

export const api = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: "/trpc", maxItems: 8 })],
});

/** What went wrong, in words for the person. */
export function saidOf(error: unknown): string {
  if (error instanceof TRPCClientError) {
    const data: unknown = error.data;
    if (typeof data === "object" && data !== null && "said" in data && typeof data.said === "string")
      return data.said;
    if (typeof data === "object" && data !== null && "requestId" in data)
      return `没有取到。您填的内容不受影响。编号 ${String(data.requestId)}`;
  }
  return "网络断了或服务正忙，您填的内容不受影响";
}

const isSignedOut = (error: unknown): boolean =>
  error instanceof TRPCClientError &&
  typeof error.data === "object" &&
  error.data !== null &&
  "app" in error.data &&
  error.data.app === "signed-out";

const listeners = new Set<() => void>();
/** Called when a session has ended under a page. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
const notice = (error: unknown): void => {
  if (isSignedOut(error)) for (const listener of listeners) listener();
};

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => count < 2 && !(error instanceof TRPCClientError && error.data !== undefined),
      refetchOnWindowFocus: true,
    },
  },
});

export const ask = createTRPCOptionsProxy<AppRouter>({ client: api, queryClient: queries });

/** A UUIDv7: one per click, so that a second send of the same click has no second effect. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let now = Date.now();
  for (let at = 5; at >= 0; at--) {
    bytes[at] = now % 256;
    now = Math.floor(now / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
