import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from './html.ts'

test('what people wrote never becomes a part of the page', () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      const page = html`<p title="${words}">${words}</p>`.html
      expect(page.slice('<p title="'.length, -'</p>'.length).replace('">', '')).not.toMatch(/[<>"']/)
    }),
  )
})

test('pieces stand as they are, lists one after the other, and nothing where there is nothing', () => {
  const rows = ['甲', '<b>'].map((name) => html`<li>${name}</li>`)
  expect(html`<ul>${rows}</ul>${null}${false}${3}`.html).toBe('<ul><li>甲</li><li>&lt;b&gt;</li></ul>3')
})
