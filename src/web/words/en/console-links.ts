import type { Lack } from '../../../people/offices/coverage.contract.ts'
import type { GridTeam, LinkKind, LinkState } from '../../../people/offices/link.contract.ts'
import type { Party } from '../../../people/offices/office.contract.ts'
import type { consoleLinksZh } from '../zh/console-links.ts'
import { amountOf } from './amount.ts'
import { inside } from './time.ts'

const lacks: Record<Lack, string> = {
  grid_worker: 'Grids without a grid worker',
  grid_party: 'Grids without a Party branch or group',
  estate_party: 'Estates without a Party branch or group',
  estate_owners: 'Estates without an owners’ committee',
  estate_firm: 'Estates without a property firm',
  estate_four: 'Estates where one of the four parties is missing',
}
const parties: Record<Party, string> = {
  party_branch: 'Party branch',
  owners_committee: 'Owners’ committee',
  residents_committee: 'Residents’ committee',
  property_firm: 'Property firm',
}
const linkKinds: Record<LinkKind, string> = {
  district_leader: 'District leader',
  department: 'Department',
  cadre: 'Linked cadre',
  party_delegate: 'Party delegate',
  congress_deputy: 'Congress deputy',
  cppcc_member: 'CPPCC member',
}
const linkStates: Record<LinkState, string> = {
  to_come: 'to come',
  running: 'running',
  soon: 'ends soon',
  over: 'over',
  ended: 'ended',
}
const levels: Record<GridTeam['members'][number]['level'], string> = {
  district: 'District',
  street: 'Street',
  department: 'Departments and street teams',
  community: 'Community',
  grid: 'Grid',
}

export const consoleLinksEn: typeof consoleLinksZh = {
  four: {
    title: (estate) => `The four parties of ${estate}`,
    open: 'Four parties',
    parties,
    missing: 'missing',
    led: (body, heads) => (heads === '' ? body : `${body}: ${heads}`),
    kinds: { new: 'commercial estate', old: 'old estate', unmanaged: 'nobody manages it' },
  },
  coverage: {
    title: 'Coverage by organisations',
    lead: 'Press a figure to see which grids or estates it counts. Areas stand in order of code, never of figures.',
    lacks,
    area: 'Area',
    grids: 'Grids',
    estates: 'Estates',
    whole: (name) => `${name} in all`,
    sheet: 'Export as a sheet',
    partyShare: (part, whole) =>
      whole === 0
        ? 'No grids yet'
        : `${part} of ${whole} grids have a Party branch or group, ${Math.round((part / whole) * 100)}%`,
    open: (what, n, area) => `${area}, ${what}: ${n}`,
    of: (n) => `${n} in all`,
    back: 'Back to the figures',
    noneAtAll: 'No grids and estates yet',
    noneAtAllNext: 'Once they are entered, you see here which organisations are lacking where.',
    toAreas: 'See the areas',
    none: 'Nothing is lacking',
    noneNext: 'Every one here has it.',
    up: (name) => `Back to ${name}`,
  },
  links: {
    title: 'Links',
    lead: 'District leaders are linked to streets, departments to communities, cadres and delegates to grids.',
    rule: (months, source) => `As a rule for ${amountOf(Math.round(months / 12), 'year')} (${source}).`,
    kinds: linkKinds,
    states: linkStates,
    show: 'Show',
    shown: { current: 'Standing', soon: 'End within 90 days', over: 'Over, not renewed', ended: 'Ended' },
    count: (what, n) => `${what} (${n})`,
    text: 'Find who is linked',
    textHint: 'Name of a person or a department',
    kind: 'Kind',
    anyKind: 'Every kind',
    none: 'No such link',
    noneNext: 'Try other filters, or make a link.',
    noneAtAll: 'No links yet',
    noneAtAllNext: 'Make a link: say who is linked to which place.',
    from: (from, until) => `${from} to ${inside(until)}`,
    reasons: {
      term_over: 'over',
      renewed: 'renewed',
      handed_over: 'handed over',
      body_ended: 'unit dissolved',
      entered_wrongly: 'entered wrongly',
      other: 'another reason',
    },
    make: {
      open: 'Make a link',
      who: 'Who is linked',
      department: 'Which department',
      area: 'Linked place',
      areaHint: { street: 'A street or town', community: 'A community or village', grid: 'A grid' },
      startsOn: 'From',
      send: 'Make the link',
      done: 'The link stands',
    },
    renew: 'Renew',
    renewOf: (who, place) => `Renew the link of ${who} to ${place}`,
    renewTitle: (who, place) => `${who} stays linked to ${place}?`,
    renewHint: 'For another term from the day on which it ends; from today where that has passed.',
    renewDone: (until) => `Renewed until ${inside(until)}`,
    handOver: 'Hand over',
    handOverOf: (who, place) => `Hand over the link of ${who} to ${place}`,
    handOverTitle: (place) => `Who takes over the link to ${place}?`,
    handOverDone: 'Handed over',
    end: 'End',
    endOf: (who, place) => `End the link of ${who} to ${place}`,
    endTitle: (who, place) => `End the link of ${who} to ${place}?`,
    endHint: 'From today on; its record stays.',
    ended: 'The link has ended',
  },
  team: {
    title: 'The grid’s team',
    open: 'Show its team',
    levels,
    worker: 'Grid worker',
    leader: 'Grid leader',
    none: 'Nobody at this level yet',
  },
}
