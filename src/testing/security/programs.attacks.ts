import { type Attack, attack, get, sentBy } from './attack.ts'

/** A program's key opens the acts that it names, and nothing that is everybody's on the staff. */
export const programAttacks: readonly Attack[] = (
  [
    ['list bodies', get('/api/bodies')],
    ['list links', get('/api/links')],
    ['read what lacks attention', get('/api/attention')],
    ['read coverage', get('/api/coverage')],
    ['read who works in a grid', get(({ world }) => `/api/grids/${world.places.grid1.id}/team`)],
    ['read the catalogue’s past', get('/api/catalogue/days')],
    ['list delegations', get('/api/delegations')],
  ] as const
).map(([name, make]) => attack(`a program would ${name}`, '403 not_permitted', sentBy('program', make)))
