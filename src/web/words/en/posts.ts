import type { postsZh } from '../zh/posts.ts'

export const postsEn: typeof postsZh = {
  administrator: 'administrator',
  centre: 'command centre',
  street_desk: 'street desk',
  community_desk: 'community desk',
  unit_desk: 'unit desk',
  unit_head: 'head of unit',
  grid_leader: 'grid leader',
  grid_worker: 'grid worker',
  evaluator: 'evaluator',
}
