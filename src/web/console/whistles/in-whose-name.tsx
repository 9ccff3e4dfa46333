import type { BodyPage } from '../../../organisations/body.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { SelectField } from '../../kit/field.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useSignedIn } from '../session/me.ts'
import { useReading } from '../words.ts'
import type { BlowPart } from './blow-form.tsx'

/** The desk blows in its own name, or in that of the Party organisation of its area; not asked where there is none. */
export function InWhoseName({ draft, change }: BlowPart) {
  const { blow: said } = useReading().words.consoleWhistles
  const nameOf = useNameOf()
  const post = useSignedIn().posts.find(({ kind }) => kind === 'street_desk' || kind === 'community_desk')
  const query = { kind: 'party_committee', phase: 'active', limit: '50' }
  const { data } = useRead<BodyPage>(
    post === undefined ? null : withQuery('/api/bodies', { ...query, areaId: post.area.id }),
  )
  const own = data?.rows.filter(({ area }) => area.id === post?.area.id) ?? []
  if (post === undefined || own.length === 0) return null
  return (
    <SelectField
      label={said.inNameOf}
      value={draft.inNameOf ?? ''}
      onChoose={(id) => change({ inNameOf: id === '' ? null : id })}
    >
      <option value="">{nameOf(post.unit ?? post.area)}</option>
      {own.map((body) => (
        <option key={body.id} value={body.id}>
          {nameOf({ zh: body.nameZh, en: body.nameEn })}
        </option>
      ))}
    </SelectField>
  )
}
