// @ts-check
/**
 * Runs before anything is painted: a window that was opened for the night screen alone is dark from its first picture on.
 * It is no module, because a module is carried out when the page may already have been seen.
 */
if (location.hash === '#for-night') document.documentElement.dataset.theme = 'night';
