import type { paperZh } from '../zh/paper.ts'

export const paperEn = {
  title: 'Paper form',
  lead: 'For neighbours without a phone: print it and lay it out at the community service centre or in the stairwell. Handed to community staff or a grid worker and taken down, it gets a number and a receipt like any other report.',
  print: 'Print',
  online: 'Report online',
  sheet: {
    title: 'Report a problem',
    give: 'Hand it to the community service centre or a grid worker. Write what you can; they will write for you if you ask.',
    emergency: 'Someone hurt, a fire, a gas leak, a crime going on: no form, call first',
    what: 'What is it',
    whatHint: 'What is wrong, and since when. You need not know who handles it.',
    where: 'Where',
    estate: 'Estate or road',
    building: 'Building, entrance, floor',
    since: 'Since when',
    sinceOptions: ['Today', 'A few days', 'More than a month', 'Always'],
    who: 'For whom',
    whoOptions: ['Myself', 'A relative or neighbour'],
    contact: 'How to tell you the result (you may leave it out)',
    contactOptions: ['Call me', 'A grid worker tells me', 'I come and ask with the receipt'],
    name: 'What to call you',
    phone: 'Telephone',
    privacy: 'What happens to your information',
    cut: 'Cut here and give it to the person. Staff fill it in when the report is taken down, or give the printed receipt instead.',
  },
} satisfies typeof paperZh
