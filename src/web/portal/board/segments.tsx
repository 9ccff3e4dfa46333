import { useId } from 'react'
import './segments.css'

/** One of a few short choices in a row: what one would press first, without opening anything. */
export function Segments<Value extends string>({
  label,
  options,
  value,
  onChoose,
}: {
  label: string
  options: readonly { readonly value: Value; readonly label: string }[]
  value: Value
  onChoose(value: Value): void
}) {
  const name = useId()
  return (
    <fieldset className="segments">
      <legend className="unseen">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="segments__one">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
