// `where (condition) { ... }` is `if` for a long stretch of work. llvmpipe runs both sides of an `if` and masks what comes
// of them; a loop it leaves out where none of the pixels it works on at once goes in.
#define where(condition) for (int once_ = (condition) ? 1 : 0; once_ > 0; --once_)
