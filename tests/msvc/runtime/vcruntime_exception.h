#pragma once
// In place of the vcruntime's: the exceptions of the language.
#include <vcruntime.h>
#include <eh.h>
#if _HAS_EXCEPTIONS
namespace std {
class exception {
public:
    exception() noexcept : what_(nullptr) {}
    explicit exception(char const* message) noexcept : what_(message) {}
    exception(char const* message, int) noexcept : what_(message) {}
    virtual ~exception() noexcept {}
    [[nodiscard]] virtual char const* what() const { return what_ ? what_ : "Unknown exception"; }
private:
    char const* what_;
};
class bad_exception : public exception {
public:
    bad_exception() noexcept : exception("bad exception", 1) {}
};
class bad_alloc : public exception {
public:
    bad_alloc() noexcept : exception("bad allocation", 1) {}
private:
    friend class bad_array_new_length;
    bad_alloc(char const* message) noexcept : exception(message, 1) {}
};
class bad_array_new_length : public bad_alloc {
public:
    bad_array_new_length() noexcept : bad_alloc("bad array new length") {}
};
}
#endif
