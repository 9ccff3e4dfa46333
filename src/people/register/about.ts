/** A request's body with what its address says, so that the same request id elsewhere is another request. */
export const about = <Body extends { readonly requestId: string }>(
  body: Body,
  at: Readonly<Record<string, string>>,
): Body & Readonly<Record<string, string>> => ({ ...body, ...at })
