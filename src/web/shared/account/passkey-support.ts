/** Browsers inside other apps, which cannot reach the keys of the phone. */
const insideAnApp = /MicroMessenger|DingTalk/i
const isAddress = (host: string): boolean => /^[\d.]+$|^\[/.test(host)

/**
 * Whether this browser can keep and use passkeys at this address: one that knows passkeys, over TLS or on the machine
 * itself, by a name and not a number.
 */
export const canUsePasskeys = (): boolean =>
  window.isSecureContext &&
  typeof PublicKeyCredential === 'function' &&
  // Not called: only browsers that know keys by which one signs in without a name have it.
  'isConditionalMediationAvailable' in PublicKeyCredential &&
  !isAddress(location.hostname) &&
  !insideAnApp.test(navigator.userAgent)
