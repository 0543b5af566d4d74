// Where a hat opens what lies in another tenant: under the identity that it has there, which stands in the address.
import { useQuery } from "@tanstack/react-query";
import { ask } from "./client.ts";
import { baseOf, useWearing } from "./wearing.tsx";

/** The beginning of addresses in a tenant for the hat of this page; this page's own where it has none there. */
export function useBaseIn(): (tenant: number) => string {
  const { as, base } = useWearing();
  const { data } = useQuery(ask.session.me.queryOptions());
  return (tenant) => {
    const there = data?.hats.find((one) => one.hat === as.hat && one.tenant === tenant);
    return there === undefined ? base : baseOf(there);
  };
}
