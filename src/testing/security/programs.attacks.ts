import { type Attack, attack, get, type Make } from './attack.ts'
import type { Scene } from './scene.ts'

/** A program's key opens the acts that it names, and nothing that is everybody's on the staff. */
export const programAttacks: readonly Attack[] = [
  ['list bodies', get('/api/bodies')],
  ['list links', get('/api/links')],
  ['read what lacks attention', get('/api/attention')],
  ['read coverage', get('/api/coverage')],
  ['read who works in a grid', (scene: Scene) => ({ url: `/api/grids/${scene.world.places.grid1.id}/team` })],
  ['read the catalogue’s past', get('/api/catalogue/days')],
  ['list delegations', get('/api/delegations')],
].map(([name, make]) =>
  attack(`a program would ${name}`, '403 not_permitted', (scene) => ({
    ...(make as Make)(scene),
    by: 'program',
  })),
)
