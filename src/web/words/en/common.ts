import type { commonZh } from '../zh/common.ts'

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

export const commonEn = {
  language: 'en',
  skip: 'Skip to content',
  labelled: (label, said) => `${label}: ${said}`,
  facts: (...facts) => facts.filter(Boolean).join(' · '),
  between: ' · ',
  list: (things) => things.join(', '),
  switches: {
    otherLanguage: '中文',
    largeOn: 'Large type',
    largeOff: 'Normal type',
    dark: 'Dark',
    light: 'Light',
    system: 'As the phone',
  },
  actions: {
    send: 'Send',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    retry: 'Try again',
    remove: 'Remove',
    edit: 'Change',
    confirm: 'Confirm',
    home: 'Go home',
  },
  states: {
    loading: 'Opening…',
    sending: 'Sending…',
    both: (what, next) => `${what}. ${next}`,
    offline: 'There is no network right now',
    offlineNext: 'What you wrote is kept. Try again when there is a signal.',
    broken: 'Something went wrong on our side, not yours',
    brokenNext: 'Please try again in a few minutes. If it is urgent, call your grid worker or 12345.',
    reference: (id) => `Fault reference ${id}`,
    notFound: 'There is no such page',
    notFoundNext: 'The address may be mistyped, or the page has moved.',
    notOpened: 'This did not open',
    saved: 'Saved',
    sent: 'Sent',
  },
  field: {
    optional: 'optional',
    left: (n) => `${count(n, 'character')} left`,
    tooLong: (n) => `${count(n, 'character')} too many; please shorten it`,
  },
  photos: {
    add: 'Take or choose photos',
    count: (n, max) => `${n} chosen, ${max} at most`,
    preview: (n) => `Photo ${n}`,
    remove: (n) => `Remove photo ${n}`,
    preparing: 'Preparing photos…',
    unreadable: 'This file is not a photo that can be opened; please choose another',
    hint: 'Photos are made smaller before they are sent, to save data. Please keep other people’s faces out.',
  },
  pager: {
    more: 'Show more',
    shown: (n) => `${n} shown`,
    all: (n) => `All ${n} shown`,
  },
  steps: {
    place: (n, all) => `Step ${n} of ${all}`,
    next: 'Next step',
    back: 'One step back',
  },
  pendingPage: {
    what: 'Nothing on this page yet',
    next: 'Have a look at the other pages.',
  },
} satisfies typeof commonZh
