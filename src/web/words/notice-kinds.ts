import type { NoticeKind } from '../../notices/contract.ts'
import { noticeKindsEn } from '../../notices/notice-words-en.contract.ts'
import { noticeKindsZh } from '../../notices/notice-words-zh.contract.ts'
import type { Language } from './language.ts'

// Apart from the words of every face: they come where notices are listed.
export const noticeKinds: Record<Language, Readonly<Record<NoticeKind, string>>> = {
  zh: noticeKindsZh,
  en: noticeKindsEn,
}
