import type { Who } from './ctx.ts'

/**
 * The program itself as one who asks: imports, the demonstration district, jobs, commands at the machine's console.
 * `reach` holds the areas whose rows it may see, persons included; the district's own id reaches all.
 */
export const systemWho = (reach: readonly string[]): Who => ({
  actor: 'system',
  accountId: null,
  name: null,
  kind: 'system',
  posts: [],
  reach,
  personReach: reach,
  registerReach: reach,
  bodyReach: reach,
  linkReach: reach,
  units: [],
  // The acts that policies look at; permission itself lets the system pass.
  acts: [
    'people.manage',
    'body.manage',
    'link.manage',
    'register.see',
    'register.update',
    'register.import',
    'rights.answer',
    'channel.manage',
    'mediation.conduct',
    // Stations and joint actions move with their area, and a closed account serves at none.
    'station.see',
    'station.keep',
    'action.see',
    'action.lead',
  ],
  receiptHash: '',
})
