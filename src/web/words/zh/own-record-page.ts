import { ownCopyZh } from './own-copy.ts'
import { ownRecordZh } from './own-record.ts'
import { postsZh } from './posts.ts'
import { registerZh } from './register.ts'
import { rightsZh } from './rights.ts'

/** Every word of the page of one's own record. */
export const ownRecordPageZh = {
  ...ownRecordZh,
  /** What things are called, alike on the page and in the workbook. */
  names: ownCopyZh,
  rights: rightsZh,
  posts: postsZh,
  register: registerZh,
}

export type OwnRecordPageWords = typeof ownRecordPageZh
