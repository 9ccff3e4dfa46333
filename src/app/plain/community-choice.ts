import { atlasOf } from '../../areas/door.ts'
import { type Html, html } from './html.ts'
import { nameIn, type Plain } from './page.ts'

/** A list of all communities, street by street; `none` stands first and names nothing. */
export async function communityChoice(plain: Plain, none: string, chosen?: string): Promise<Html> {
  const atlas = await atlasOf(plain.ctx)
  const streets = atlas.isEmpty ? [] : atlas.partsOf(atlas.district.id)
  const option = (id: string, name: string) =>
    html`<option value="${id}" ${id === chosen && html`selected`}>${name}</option>`
  return html`<p><label>${plain.words.plain.community}<select name="community">
<option value="">${none}</option>
${streets.map(
  (street) =>
    html`<optgroup label="${nameIn(plain, street)}">${atlas
      .partsOf(street.id)
      .map((community) => option(community.id, nameIn(plain, community)))}</optgroup>`,
)}
</select></label></p>`
}
