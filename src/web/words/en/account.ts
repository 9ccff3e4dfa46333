import type { AccountWords } from '../zh/account.ts'
import { inside } from './time.ts'

const browsers: Record<string, string> = {
  wechat: 'WeChat',
  dingtalk: 'DingTalk',
  edge: 'Edge',
  firefox: 'Firefox',
  qq: 'QQ Browser',
  uc: 'UC Browser',
  opera: 'Opera',
  chrome: 'Chrome',
  safari: 'Safari',
  other: 'a browser',
}
const systems: Record<string, string> = {
  windows: 'a Windows computer',
  mac: 'a Mac',
  linux: 'a Linux computer',
  harmony: 'a HarmonyOS device',
  android: 'an Android phone',
  iphone: 'an iPhone',
  ipad: 'an iPad',
  other: 'another device',
}
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const accountEn: AccountWords = {
  security: 'Sign-in and security',
  sessions: {
    title: 'Where you are signed in',
    hint: 'Sign out at once any device that you do not know, then change your password. Only half of an address is kept.',
    device: (system, browser) =>
      system === null || browser === null
        ? 'A device signed in earlier'
        : capital(`${browsers[browser]} on ${systems[system]}`),
    isThis: 'This one',
    from: (masked) =>
      masked === null ? null : masked === 'local' ? 'On the server’s own machine' : `From ${masked}`,
    opened: (moment) => `Signed in: ${moment}`,
    seen: (moment) => `Last used: ${moment}`,
    end: 'Sign out',
    endOf: (device) => `Sign this device out: ${device}`,
    ended: 'That device is signed out',
    endOthers: 'Sign out all other devices',
    endedOthers: (n) => (n === 1 ? '1 device is signed out' : `${n} devices are signed out`),
  },
  password: {
    title: 'Password',
    needTitle: 'Choose a password',
    needLead:
      'Somebody else set the password you have now. Choose one that only you know, and you can go on.',
    current: 'Present password',
    next: 'New password',
    nextHint: 'At least 8 characters. A sentence that only you know is easy to remember.',
    nextWrong: 'A password has 8 to 128 characters',
    again: 'The new password once more',
    againWrong: 'The two are not the same',
    send: 'Change password',
    done: 'Your password is changed; other devices are signed out',
    missing: 'Please fill this in',
  },
  passkeys: {
    title: 'Passkeys',
    what: 'Sign in by finger, face or the code of your screen: no waiting for a message, and nothing that anybody could trick out of you. The key stays in your own device.',
    add: 'Add one on this device',
    next: 'Next',
    added: 'The passkey is added; sign in by it from now on',
    addedAt: (moment) => `Added: ${moment}`,
    usedAt: (moment) => `Last used: ${moment}`,
    neverUsed: 'Not used yet',
    remove: 'Remove',
    removeOf: (device) => `Remove this passkey: ${device}`,
    removed: 'The passkey is removed; nobody signs in by it any more',
    notHere:
      'This browser cannot add a passkey. Open this page in the browser that came with your phone or computer.',
    signIn: 'Sign in with a passkey',
    signInHint: 'For those who added one under “Sign-in and security”.',
    faults: {
      let_be: 'Nothing was done: it was cancelled, took too long, or this device has no passkey of yours.',
      standing: 'This device has one already; just sign in by it.',
      unable: 'This device cannot use passkeys. Set a screen lock first, or sign in another way.',
    },
  },
  factor: {
    title: 'Code from your phone',
    what: 'Beside the password you enter six digits that an app on your phone shows. Your account stays safe even if somebody learns your password.',
    on: (moment) => `On, set up ${inside(moment)}`,
    off: 'Off',
    required: 'Your post asks for it',
    left: (n) =>
      n === 0
        ? 'No recovery codes are left; make new ones'
        : n === 1
          ? '1 recovery code is left'
          : `${n} recovery codes are left`,
    begin: 'Set up codes from your phone',
    needTitle: 'First set up codes from your phone',
    needLead: 'Your post asks for a code from your phone when you sign in. Once it is set up, you can go on.',
    password: 'Your password first',
    next: 'Next',
    scan: 'Scan this with the authenticator app on your phone',
    scanHint: 'The password manager of your phone will do, or any app for one-time codes.',
    scanAlt: 'QR code for one-time codes',
    typed: 'If you cannot scan it, type this key into the app',
    code: 'The six digits that the app shows',
    codeWrong: 'Enter six digits',
    confirm: 'Turn on',
    renew: 'Make new recovery codes',
    remove: 'Turn off codes from your phone',
    removeHint: 'Afterwards the password alone is enough to sign in.',
    removed: 'Codes from your phone are off',
    cancel: 'Not now',
  },
  recovery: {
    title: 'Recovery codes',
    lead: 'If your phone is lost or changed, sign in with one of these instead of a code. Each works once. They are shown only now: print or copy them, and keep them somewhere safe.',
    print: 'Print',
    done: 'I have put them away',
  },
  second: {
    title: 'One more step',
    lead: 'The password is right. Open the authenticator app on your phone and enter the six digits it shows now.',
    code: 'Code from your phone',
    codeHint: 'If your phone is not with you, enter a recovery code.',
    codeWrong: 'Enter six digits, or a recovery code',
    send: 'Sign in',
    other: 'Sign in with another account',
  },
  next: { signOut: 'Not now, sign out' },
  kinds: {
    title: 'Posts that must use codes from a phone',
    hint: 'In force at the next sign-in, within an hour for those already signed in. Whoever has none sets it up before going on.',
    save: 'Save',
    saved: 'Saved',
  },
  resetFactor: {
    open: 'Remove phone codes',
    openOf: (name) => `Remove the phone codes of ${name}`,
    title: (name) => `Remove the phone codes of ${name}?`,
    hint: 'For someone who has lost both phone and recovery codes. They then sign in by the password alone, and are signed out everywhere; if their post asks for codes they set them up anew. This is recorded.',
    send: 'Remove phone codes',
    done: (name) => `The phone codes of ${name} are removed`,
  },
}
