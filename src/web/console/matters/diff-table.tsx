import './matters.css'
import type { Matter, MatterField, NewMatter } from '../../../matters/contract.ts'
import { Wide } from '../wide.tsx'
import { useWords } from '../words.ts'
import { useSayField } from './say-matter.ts'

/** Two versions of a matter beside each other, the fields that differ, in words. */
export function DiffTable({
  label,
  before,
  after,
  fields,
}: {
  label: string
  before: Matter | NewMatter
  after: Matter | NewMatter
  fields: readonly MatterField[]
}) {
  const { consoleCatalogue: said } = useWords()
  const say = useSayField()
  return (
    <Wide label={label}>
      <table className="queue matter-diff">
        <thead>
          <tr>
            <th scope="col">{said.diff.field}</th>
            <th scope="col">{said.diff.before}</th>
            <th scope="col">{said.diff.after}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{said.fields[field]}</th>
              <td>
                <del>{say(field, before)}</del>
              </td>
              <td>
                <ins>{say(field, after)}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
