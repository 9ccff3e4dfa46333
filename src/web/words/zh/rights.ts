import type { RightGround, RightKind, RightRequest } from '../../../people/rights/contract.ts'

const kinds: Record<RightKind, string> = {
  correct: '更正信息',
  copy: '索取副本',
  erase: '删除信息',
}
const stages: Record<RightRequest['stage'], string> = {
  asked: '等待答复',
  granted: '已同意',
  refused: '未同意',
  taken_back: '已收回',
}
/** Why the law lets a request be refused: said alike to whoever asks and to whoever answers. */
const grounds: Record<RightGround, string> = {
  not_own: '问的不是本人的信息',
  law_keeps: '法律规定的保存期限还没有到',
  duty: '履行法定职责必须保留',
  emergency: '正在应对突发事件，暂时必须保留',
  right_as_held: '核对过，登记的没有错',
  unclear: '请求的内容不清楚，无法办理',
}

/** What a person asks about their own information (个人信息权利), at their own page and at the desk that answers. */
export const rightsZh = { kinds, stages, grounds }

export type RightsWords = typeof rightsZh
