import './books.css'

/** Which of a few is looked at, as a row of buttons: the one that is pressed. A key of null stands for all. */
export function PressOne<Key extends string | null>({
  label,
  options,
  value,
  onChoose,
}: {
  label: string
  options: readonly { readonly key: Key; readonly label: string }[]
  value: Key
  onChoose(key: Key): void
}) {
  return (
    <fieldset className="press-one no-print">
      <legend className="unseen">{label}</legend>
      {options.map((option) => (
        <button
          key={option.key ?? ''}
          type="button"
          aria-pressed={option.key === value}
          onClick={() => onChoose(option.key)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}
