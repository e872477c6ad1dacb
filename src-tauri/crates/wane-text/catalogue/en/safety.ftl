### What Wane is and is not. Wording agreed for regulatory reasons: change it only with a reason.

safety-line = A private diary for your own use. It isn't a medical device and doesn't diagnose, treat or prevent any condition. Patterns it shows come from your own entries and can be chance. Talk to a health professional about your pain, sleep or medicines; in an emergency call your local number.
