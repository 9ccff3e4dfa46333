/** A provider of single sign-on for staff (OpenID Connect). */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the provider sends people back to: this installation's address and `/api/auth/oidc/callback`. */
  readonly callback: string
  /** The claim that is a member of staff's account name, looked at the first time they come. */
  readonly nameClaim: string
}

type Read = (
  name:
    | 'LINLI_OIDC_ISSUER'
    | 'LINLI_OIDC_CLIENT'
    | 'LINLI_OIDC_SECRET'
    | 'LINLI_OIDC_CALLBACK'
    | 'LINLI_OIDC_NAME',
) => string | undefined

/** What the settings say of single sign-on; null unless issuer, client, secret and callback all stand. */
export function oidcOf(read: Read): OidcSettings | null {
  const [issuer, clientId] = [read('LINLI_OIDC_ISSUER'), read('LINLI_OIDC_CLIENT')]
  const [clientSecret, callback] = [read('LINLI_OIDC_SECRET'), read('LINLI_OIDC_CALLBACK')]
  if (!issuer || !clientId || !clientSecret || !callback) return null
  return { issuer, clientId, clientSecret, callback, nameClaim: read('LINLI_OIDC_NAME')! }
}
