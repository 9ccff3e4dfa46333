/** Browsers inside other apps, which cannot reach the keys of the phone. */
const insideAnApp = /MicroMessenger|DingTalk/i
const isNumber = (host: string): boolean => /^[\d.]+$|^\[/.test(host)

/**
 * Whether passkeys can be used: not at an address that is a number or comes without TLS, and there only by a browser that
 * knows keys by which one signs in without a name.
 */
export function passkeysHere(): 'usable' | 'no_address' | 'no_browser' {
  if (!window.isSecureContext || isNumber(location.hostname)) return 'no_address'
  const knowsThem =
    typeof PublicKeyCredential === 'function' &&
    // Not called: only browsers that know such keys have it.
    'isConditionalMediationAvailable' in PublicKeyCredential
  return knowsThem && !insideAnApp.test(navigator.userAgent) ? 'usable' : 'no_browser'
}
