import type { OwnMessagesWords } from '../zh/own-messages.ts'

export const ownMessagesEn: OwnMessagesWords = {
  title: 'Messages without opening Linli',
  hint: 'A message says what happened, and the number. Open Linli to read more.',
  quietHint:
    'Nothing comes between 22:00 and 07:00: it waits, and in the morning comes as one message. You can change the hours once a way is added.',
  quietHintStaff:
    'Between 22:00 and 07:00 only emergencies come: all else waits, and in the morning comes as one message. You can change the hours once a way is added.',
  demonstration: 'This is a demonstration: no messages go to phones or mailboxes.',
  nothing: 'This district sends no messages to devices or by mail yet. Please look at your notices here.',
  unconfirmed: 'Not confirmed yet: messages begin once the code is entered',
  quiet: (from, until) => `quiet from ${from} to ${until}`,
  spoken: { zh: 'in Chinese', en: 'in English' },
  neverQuiet: 'at any hour',
  lastSent: (moment) => `Last sent: ${moment}`,
  neverSent: 'Nothing sent yet',
  problem: 'the last one was not sent',
  remove: 'Remove',
  removeOf: (what) => `Remove: ${what}`,
  removed: 'Removed: nothing goes there any more',
  change: {
    open: 'Change hours',
    openOf: (what) => `Change hours: ${what}`,
    from: 'Quiet from',
    until: 'Quiet until',
    hint: 'Enter the same time twice to be told at any hour.',
    language: 'Language of the messages',
    languages: { zh: 'Chinese', en: 'English' },
    send: 'Save',
    done: 'Saved',
  },
  device: {
    start: 'Get messages on this device',
    started: 'Done: you will be told on this device',
    notLet: 'Not turned on. When the browser asks, choose “Allow”.',
    not: {
      blocked:
        'The browser does not let Linli show notifications. Allow them for this address in the browser’s site settings, then come back.',
      inside_app:
        'Messages cannot come inside WeChat or DingTalk. Open this page in the browser that came with your phone.',
      home_screen:
        'On an iPhone or iPad first add Linli to the home screen, open it from there, and come back here. It needs iOS 16.4 or later.',
      not_safe: 'This address is not encrypted (no https), so the browser lets no messages in.',
      no_browser: 'This browser cannot get messages. Try a newer one.',
      no_service:
        'This browser cannot reach its push service just now, so no messages come. Try another network or browser.',
    },
  },
  email: {
    open: 'Add a mail address',
    notSetUp: 'This district sends no mail yet, so messages cannot come by mail.',
    label: 'Mail address',
    hint: 'A mail with a code is sent first; messages begin once the code is entered here.',
    wrong: 'Write the whole address, such as name@example.org',
    add: 'Send the code',
    sent: 'A code was mailed; it is good for 15 minutes',
    code: 'The six digits in the mail',
    codeHint: 'Nothing came? Look among your spam, or add this address again and another code is sent.',
    codeWrong: 'Enter six digits',
    confirm: 'Confirm the address',
    confirmed: 'Confirmed: messages go there from now on',
  },
}
