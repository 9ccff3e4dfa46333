import type { OwnRecordPageWords } from '../zh/own-record-page.ts'
import { ownCopyEn } from './own-copy.ts'
import { ownRecordEn } from './own-record.ts'
import { postsEn } from './posts.ts'
import { registerEn } from './register.ts'
import { rightsEn } from './rights.ts'

export const ownRecordPageEn: OwnRecordPageWords = {
  ...ownRecordEn,
  names: ownCopyEn,
  rights: rightsEn,
  posts: postsEn,
  register: registerEn,
}
