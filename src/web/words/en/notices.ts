import type { noticesZh } from '../zh/notices.ts'

export const noticesEn = {
  title: 'Notices',
  unread: (n) => (n >= 100 ? '100 or more unread' : `${n} unread`),
  none: 'No notices',
  markRead: 'All read',
  isNew: 'new',
  kinds: {
    alert: 'An emergency: please go and look now',
    own_dispatched: 'What you reported was sent to the unit in charge',
    own_signed: 'The unit signed for what you reported',
    own_replied: 'There is an answer to what you reported; please read and rate it',
    own_declined: 'What you reported was not taken up; the reason is inside',
    own_referred: 'What you reported was passed to a fitter channel',
    own_joined: 'What you reported is handled with another report of the same',
    own_more_time: 'What you reported was given more time',
    own_reopened: 'What you reported was opened again',
    own_closed: 'What you reported was closed',
    grid_accepted: 'A new report in your grid',
    unit_dispatched: 'A new case for you to sign',
    unit_reopened: 'The reporter says it is not solved: opened again',
    unit_sent_back: 'The check was not passed: sent back',
    unit_decided: 'Your unit’s request was decided',
    desk_requested: 'A request waits for your decision',
  },
  emergencies: {
    title: 'Emergencies',
    take: 'I am going',
    taken: 'It is yours; please be there soon',
    lines: (lines) => `was told to call ${lines.join(', ')}`,
  },
} satisfies typeof noticesZh
