import type { PostKind } from '../../../people/contract.ts'

/** What each kind of post is called. */
export const postsZh: Record<PostKind, string> = {
  administrator: '管理员',
  centre: '指挥中心',
  street_desk: '街道经办岗',
  community_desk: '社区经办岗',
  unit_desk: '单位经办岗',
  unit_head: '单位负责人',
  grid_leader: '网格长',
  grid_worker: '网格员',
  evaluator: '考核员',
}
