import type { Follower } from '../platform/follower.ts'

/**
 * Keeps which cases a worker found on a visit, as their first lines say. The visit itself may come later, from a phone without
 * signal: readers ask that both are of one community. A case that becomes confidential is a visit's no more (Care 3).
 */
export const visitCasesFollower: Follower = {
  name: 'visit_cases',
  follow: async (db, lines) => {
    const rows = lines.flatMap(({ kind, subject, data }) => {
      if (kind !== 'case.accepted') return []
      const occasion = data.occasion as { readonly kind: string; readonly id: string } | null | undefined
      const communityId = data.communityId as string | null
      const isPractice = (data.drillId ?? null) !== null
      if (occasion?.kind !== 'visit' || communityId === null || isPractice) return []
      return [{ case_id: subject, visit_id: occasion.id, community_id: communityId }]
    })
    if (rows.length > 0) await db.insertInto('visit_cases').values(rows).execute()
    const hidden = lines.flatMap(({ kind, subject, data }) =>
      kind === 'case.screened' && data.confidential === true ? [subject] : [],
    )
    if (hidden.length > 0) await db.deleteFrom('visit_cases').where('case_id', 'in', hidden).execute()
  },
  reset: async (db) => {
    await db.deleteFrom('visit_cases').execute()
  },
}
