// biome-ignore format: a table reads best as a table
const EMOJI: Record<string, string> = {
  white_check_mark: '✅', heavy_check_mark: '✔️', x: '❌', warning: '⚠️', information_source: 'ℹ️', rotating_light: '🚨', no_entry: '⛔',
  page_facing_up: '📄', memo: '📝', clipboard: '📋', paperclip: '📎', camera: '📷', pushpin: '📌', bookmark: '🔖', link: '🔗',
  wrench: '🔧', hammer: '🔨', hammer_and_wrench: '🛠️', toolbox: '🧰', gear: '⚙️', truck: '🚚', construction: '🚧', bulb: '💡',
  calendar: '📆', clock: '🕐', hourglass: '⌛', bell: '🔔', mag: '🔍', lock: '🔒', key: '🔑', house: '🏠', round_pushpin: '📍',
  phone: '☎️', email: '📧', moneybag: '💰', euro: '💶', eyes: '👀', wave: '👋', pray: '🙏', ok_hand: '👌', clap: '👏',
  '+1': '👍', thumbsup: '👍', '-1': '👎', thumbsdown: '👎', smile: '😄', slightly_smiling_face: '🙂', tada: '🎉', rocket: '🚀', fire: '🔥',
  red_circle: '🔴', large_green_circle: '🟢', large_yellow_circle: '🟡', large_orange_circle: '🟠', large_blue_circle: '🔵', white_circle: '⚪', star: '⭐', heart: '❤️',
};

/** The character of an emoji name without its colons, or undefined for one that is not known here. */
export const emojiOf = (name: string): string | undefined => (Object.hasOwn(EMOJI, name) ? EMOJI[name] : undefined);

/** Plain text with its `:names:` as characters. */
export const withEmoji = (text: string): string =>
  text.replaceAll(/:([a-z0-9_+-]+):/g, (all, name: string) => emojiOf(name) ?? all);
