/** Initials of a text's Chinese characters; what is none of them parts them by a space. The dictionary is loaded at first use. */
export async function initialsOf(text: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro')
  return text
    .replace(/\P{Script=Han}+/gu, ' ')
    .split(' ')
    .map((run) =>
      run === ''
        ? ''
        : pinyin(run, { pattern: 'first', toneType: 'none', type: 'array' }).map(firstLetter).join(''),
    )
    .join(' ')
}

const firstLetter = (syllable: string): string => syllable.slice(0, 1).replace(/[^a-z]/, ' ')
