#pragma once
// In place of the vcruntime's: what typeid gives, and its exceptions.
#include <vcruntime_exception.h>
struct __std_type_info_data { char const* undecorated; char decorated[1]; };
class type_info {
public:
    type_info(type_info const&) = delete;
    type_info& operator=(type_info const&) = delete;
    size_t hash_code() const noexcept;
    bool operator==(const type_info&) const noexcept;
    bool before(const type_info&) const noexcept;
    const char* name() const noexcept;
    const char* raw_name() const noexcept;
    virtual ~type_info() noexcept;
private:
    mutable __std_type_info_data data_;
};
namespace std {
using ::type_info;
#if _HAS_EXCEPTIONS
class bad_cast : public exception {
public:
    bad_cast() noexcept : exception("bad cast", 1) {}
};
class bad_typeid : public exception {
public:
    bad_typeid() noexcept : exception("bad typeid", 1) {}
};
class __non_rtti_object : public bad_typeid {};
#endif
}
