// @ts-check
/** Whether numbers about the person are shown. Where they are not, scales are shapes and words. */

/** The words of a scale from 0 to 10, for pain and for anything else there can be more or less of. */
const AMOUNTS = ['amount-0', 'amount-1', 'amount-2', 'amount-3', 'amount-4', 'amount-5', 'amount-6', 'amount-7', 'amount-8', 'amount-9', 'amount-10'];

let shown = true;

/** @param {boolean} on */
export function useNumbers(on) {
  shown = on;
  document.documentElement.dataset.numbers = on ? 'on' : 'off';
}

/** Whether numbers are shown. */
export const numbersShown = () => shown;

/** The message for one step from 0 to 10. @param {number} step */
export const amountOf = (step) => AMOUNTS[Math.min(Math.max(Math.round(step), 0), 10)] ?? 'amount-5';
