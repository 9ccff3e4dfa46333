import type { noticesZh } from '../zh/notices.ts'
import { inside } from './time.ts'

export const noticesEn = {
  title: 'Notices',
  unread: (n) => (n >= 100 ? '100 or more unread' : `${n} unread`),
  none: 'No notices',
  noneNext: 'When there is news for you, it stands here.',
  markRead: 'All read',
  isNew: 'new',
  practice: 'drill',
  from: (day) => `from ${inside(day)}`,
  signBy: (moment) => `sign by ${inside(moment)}`,
  dueBy: (moment) => `deadline: ${moment}`,
  emergencies: {
    title: 'Emergencies',
    one: 'Emergency',
    take: 'I am going',
    taken: 'It is yours; please be there soon',
    lines: (lines) => `The caller was told to dial ${lines.join(', ')}`,
  },
} satisfies typeof noticesZh
